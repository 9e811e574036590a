import { type Accessor, createSignal, type JSX, onCleanup, Show } from "solid-js";
import { ProblemError } from "../../api.ts";
import { Button } from "../../button.tsx";
import { watch } from "../../watch.ts";
import { useWords } from "../words/words.ts";
import { useCall } from "./session.tsx";

export interface Load<T> {
  /** Last result; kept while the same key is reloaded. */
  data: Accessor<T | undefined>;
  failure: Accessor<unknown>;
  busy: Accessor<boolean>;
  put(data: T): void;
  reload(): Promise<void>;
}

/** Idle while `key` is null. Drops responses for an old key. Solid's `createResource` would suspend the whole page. */
export function createLoad<T>(key: Accessor<string | null>, load: (key: string) => Promise<T>): Load<T> {
  const call = useCall();
  const [data, setData] = createSignal<T>();
  const [failure, setFailure] = createSignal<unknown>(null);
  const [busy, setBusy] = createSignal(false);
  let latest = 0;
  const run = async () => {
    const wanted = key();
    const request = ++latest;
    setFailure(null);
    setBusy(wanted !== null);
    if (wanted === null) return;
    try {
      const answer = await call(() => load(wanted));
      if (request === latest) setData(() => answer);
    } catch (error) {
      if (request === latest) setFailure(() => error);
    } finally {
      if (request === latest) setBusy(false);
    }
  };
  watch(key, () => {
    setData(undefined);
    void run();
  });
  onCleanup(() => latest++);
  return { data, failure, busy, put: (answer) => setData(() => answer), reload: run };
}

export function FailureNote(props: { failure: unknown; onRetry: () => void }) {
  const { w } = useWords();
  const status = () => (props.failure instanceof ProblemError ? props.failure.status : 0);
  const words = () => {
    if (status() === 403) return w("load.denied");
    if (status() === 404) return w("load.notFound");
    return w("load.failed");
  };
  return (
    <div class="note bad" role="alert">
      <p>{words()}</p>
      <Show when={status() !== 403 && status() !== 404}>
        <Button label={w("load.again")} onClick={props.onRetry} />
      </Show>
    </div>
  );
}

export function LoadNote(props: { of: Pick<Load<unknown>, "data" | "failure" | "busy" | "reload"> }) {
  const { w } = useWords();
  return (
    <>
      <Show when={props.of.failure()}>
        {(failure) => <FailureNote failure={failure()} onRetry={() => void props.of.reload()} />}
      </Show>
      <Show when={props.of.busy() && !props.of.data()}>
        <p class="soft busy">{w("load.busy")}</p>
      </Show>
    </>
  );
}

/** `title` heads a page until its data, with a heading, are there. */
export function Loaded<T>(props: {
  of: Load<T>;
  title?: string;
  children: (data: Accessor<NonNullable<T>>) => JSX.Element;
}) {
  return (
    <>
      <Show when={props.of.data() ? null : props.title}>{(title) => <h1>{title()}</h1>}</Show>
      <LoadNote of={props.of} />
      <Show when={props.of.data()}>{(data) => props.children(data)}</Show>
    </>
  );
}
