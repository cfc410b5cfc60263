export { default } from "../login/layout.tsx";
