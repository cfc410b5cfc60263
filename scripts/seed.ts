import { hasRealData } from "./database/demo-data.ts";
import { PlainError } from "./plain-error.ts";
import { demoKeyring, prepareDatabase } from "./portal/demo.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";
import { runningCommand } from "./processes/running-mark.ts";
import { MOST_STUDENTS, seedCrowd } from "./seed/crowd.ts";
import { dataDir, setting } from "./setting/operator.ts";

const REFUSAL = "Demo data belong in a demo alone: nothing was filled in.";

/** `--students 5000` adds a crowd, to try a large class by hand. */
function wishedStudents([word, number, ...rest]: readonly string[]): number {
  if (word === undefined) return 0;
  const students = Number(number);
  const isGood = word === "--students" && /^[1-9]\d*$/.test(number ?? "") && students <= MOST_STUDENTS;
  if (!isGood || rest.length > 0)
    throw new PlainError(`Like this: npm run seed -- --students 5000, up to ${MOST_STUDENTS}.`);
  return students;
}

await runCommand(() => {
  const students = wishedStudents(process.argv.slice(2));
  if (setting("APP_MODE") === "production" || runningCommand(dataDir())?.command.startsWith("start")) {
    throw new PlainError(`This is a production portal. ${REFUSAL}`);
  }
  return withOwnDatabase("seed", async (owner) => {
    if (await hasRealData(owner)) throw new PlainError(`This database has cohorts of its own. ${REFUSAL}`);
    await prepareDatabase(owner, demoKeyring(dataDir()));
    say("The demo data are in place");
    if (students === 0) return;
    const isNew = await seedCrowd(owner, students);
    say(
      isNew
        ? `A class of ${students} invented people has joined them`
        : "A crowd is in place already: it stays as it is",
    );
  });
});
