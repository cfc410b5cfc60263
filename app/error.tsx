"use client";

/**
 * Says both languages: when a page fails, so may whatever knows which one is wanted. The code is the `digest` of the
 * line `request.failed` in the log.
 */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-start gap-6 px-4 pt-16 sm:pt-24">
      <h1 className="font-bold text-3xl">Coś się zepsuło po naszej stronie</h1>
      <p className="text-base-content/80">To nie Twoja wina i nic nie przepadło. Spróbuj ponownie za chwilę.</p>
      <p lang="en" className="text-base-content/80">
        Something broke on our side. It is not your fault and nothing is lost. Try again in a moment.
      </p>
      {error.digest && (
        <p className="text-base-content/80 text-sm">
          Gdyby to się powtarzało, podaj ten kod osobie, która prowadzi portal.{" "}
          <span lang="en">If it happens again, give this code to whoever runs the portal.</span>
          <code className="num mt-2 block text-base">{error.digest}</code>
        </p>
      )}
      <div>
        <button type="button" className="btn btn-primary min-h-11" onClick={reset}>
          Spróbuj ponownie · <span lang="en">Try again</span>
        </button>
      </div>
    </main>
  );
}
