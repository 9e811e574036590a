import type { JSX } from "solid-js";

export function Button(props: {
  class?: string;
  label: JSX.Element;
  ariaLabel?: string;
  opensDialog?: boolean;
  disabled?: boolean;
  /** Stays focusable, unlike `disabled`. */
  ariaDisabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={props.class ? `button ${props.class}` : "button"}
      aria-label={props.ariaLabel}
      aria-haspopup={props.opensDialog ? "dialog" : undefined}
      disabled={props.disabled}
      aria-disabled={props.ariaDisabled}
      onClick={() => props.onClick()}
    >
      {props.label}
    </button>
  );
}
