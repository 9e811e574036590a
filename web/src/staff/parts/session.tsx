import {
  type Accessor,
  createContext,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  useContext,
} from "solid-js";
import type { SessionView } from "../../../../functions/api/staff/views.ts";
import { Button } from "../../button.tsx";
import { useWords } from "../words/words.ts";
import { isProblem, readSession, signInAddress } from "./api.ts";
import { Dialog } from "./dialog.tsx";
import { inputMemory } from "./input-memory.ts";

interface StaffSession {
  session: Accessor<SessionView>;
  /**
   * Calls the API. If the session has ended, asks the user to sign in again in another tab, then retries. Throws
   * `session.missing` if the user declines.
   */
  call<T>(attempt: () => Promise<T>): Promise<T>;
}

const Context = createContext<StaffSession>();

export function useSession(): StaffSession {
  const session = useContext(Context);
  if (!session) throw new Error("outside a staff page");
  return session;
}

/** Outside a staff session, runs the attempt directly. */
export const useCall = (): StaffSession["call"] => useContext(Context)?.call ?? ((attempt) => attempt());

/** An ended session may also make a dossier look missing. */
async function meansSignedOut(error: unknown): Promise<boolean> {
  if (isProblem(error, "session.missing")) return true;
  if (!isProblem(error, "initiative.notFound")) return false;
  return readSession().then(
    () => false,
    (refused) => isProblem(refused, "session.missing"),
  );
}

export function SessionProvider(props: { session: SessionView; children: JSX.Element }) {
  const { w } = useWords();
  const [session, setSession] = createSignal(props.session);
  const [lost, setLost] = createSignal(false);
  const [still, setStill] = createSignal(false);
  let wait: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | null = null;

  const signedInAgain = (): Promise<boolean> => {
    if (!wait) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      wait = { promise, settle: resolve };
      setStill(false);
      setLost(true);
    }
    return wait.promise;
  };
  const settle = (signedIn: boolean) => {
    setLost(false);
    wait?.settle(signedIn);
    wait = null;
  };
  const check = async () => {
    try {
      const found = await readSession();
      // Another person signed in: reload, so that the first person's input is not sent.
      if (found.email !== session().email) window.location.reload();
      else {
        setSession(found);
        settle(true);
      }
    } catch {
      setStill(true);
    }
  };
  const call = async <T,>(attempt: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(await meansSignedOut(error)) || !(await signedInAgain())) throw error;
      }
    }
  };
  /** A page restored from the browser's cache stays hidden until its session is confirmed. */
  const recheck = async () => {
    const found = await readSession().catch(() => null);
    if (found?.email !== session().email) window.location.reload();
    else {
      setSession(found);
      document.body.hidden = false;
    }
  };
  onMount(() => {
    inputMemory.keepOnly(props.session.email);
    const leave = () => {
      document.body.hidden = true;
    };
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void recheck();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    onCleanup(() => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
    });
    const look = () => {
      if (lost() && document.visibilityState === "visible") void check();
    };
    document.addEventListener("visibilitychange", look);
    onCleanup(() => document.removeEventListener("visibilitychange", look));
  });

  return (
    <Context.Provider value={{ session, call }}>
      {props.children}
      <Dialog open={lost()} title={w("lost.title")} onClose={() => settle(false)}>
        <p>{w("lost.body")}</p>
        <p role="status" class="error">
          {still() ? w("lost.still") : ""}
        </p>
        <div class="actions">
          <a class="button main" href={signInAddress("/quan-tri")} target="_blank" rel="noopener">
            {w("lost.signIn")}
          </a>
          <Button label={w("lost.check")} onClick={() => void check()} />
          <Button class="quiet" label={w("lost.later")} onClick={() => settle(false)} />
        </div>
      </Dialog>
    </Context.Provider>
  );
}
