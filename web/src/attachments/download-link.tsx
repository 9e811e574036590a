import { createSignal, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { DownloadView } from "../../../functions/api/jobs/views.ts";
import { getJson } from "../api.ts";
import { explainProblem } from "../failure-words.ts";
import { useText } from "../language.tsx";
import "../words/rules-vi.ts";
import "./words/vi.ts";

interface DownloadLinkProps {
  path: string;
  /** Sent in a header, never in a URL. */
  accessKey?: string | undefined;
  call?: (<T>(attempt: () => Promise<T>) => Promise<T>) | undefined;
  class?: string;
  label?: string;
  children: JSX.Element;
}

/** Requests a fresh link on each click, because links expire. */
export function DownloadLink(props: DownloadLinkProps) {
  const text = useText();
  const [failure, setFailure] = createSignal("");
  let busy = false;
  const isPlainClick = (event: MouseEvent) =>
    event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const download = async (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    setFailure("");
    try {
      const headers: Record<string, string> = props.accessKey
        ? { authorization: `Bearer ${props.accessKey}` }
        : {};
      const ask = () => getJson<DownloadView>(props.path, headers);
      const { url } = await (props.call ? props.call(ask) : ask());
      // Starts a download; the page stays.
      location.assign(url);
    } catch (error) {
      setFailure(explainProblem(error, text, "download.offline"));
    } finally {
      busy = false;
    }
  };
  return (
    <>
      <Dynamic
        component={props.accessKey ? "button" : "a"}
        {...(props.accessKey
          ? { type: "button", class: props.class ?? "link-button" }
          : { href: props.path, class: props.class, rel: "external noopener" })}
        aria-label={props.label}
        onClick={download}
      >
        {props.children}
      </Dynamic>
      <Show when={failure()}>
        {(words) => (
          <span class="error" role="alert">
            {" "}
            {words()}
          </span>
        )}
      </Show>
    </>
  );
}
