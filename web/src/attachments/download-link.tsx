import { createSignal, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { DownloadView } from "../../../functions/api/jobs/views.ts";
import { getJson } from "../api.ts";
import { explainProblem } from "../failure-words.ts";
import { useText } from "../language.tsx";
import "../words/rules-vi.ts";
import "./words/vi.ts";

interface DownloadLinkProps {
  /** The address of the API that gives the file out. */
  path: string;
  /** The key of an author, who has no session: it goes in a header, and so never stands in an address. */
  accessKey?: string | undefined;
  /** Makes the call where a session may have ended meanwhile. */
  call?: (<T>(attempt: () => Promise<T>) => Promise<T>) | undefined;
  class?: string;
  label?: string;
  children: JSX.Element;
}

/**
 * Begins a download with a link that is made when it is clicked, so that it works however long the page has been open. For staff it is an ordinary
 * link, which opens in a new tab too: the address answers by itself under the session.
 */
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
      // It answers as a download, so the page stays.
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
