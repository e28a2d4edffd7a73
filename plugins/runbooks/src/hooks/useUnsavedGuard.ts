import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';

/** The address within the portal that a click would lead to. */
function leadsTo(event: MouseEvent): string | undefined {
  const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey) {
    return undefined;
  }
  const link = target instanceof Element && target.closest('a[href]');
  if (
    !(link instanceof HTMLAnchorElement) ||
    (link.target !== '' && link.target !== '_self') ||
    link.hasAttribute('download') ||
    link.origin !== window.location.origin ||
    link.pathname === window.location.pathname
  ) {
    return undefined;
  }
  return link.href.slice(link.origin.length);
}

/**
 * Asks before a page with unsaved changes is left: the browser does for a closed or reloaded page,
 * we do for links within the portal. (The portal's router cannot be held up; what is kept on this
 * device covers every other way out.)
 */
export function useUnsavedGuard(unsaved: boolean): {
  /** Where the person was about to go. */
  readonly leavingTo?: string;
  stay(): void;
  leave(): void;
} {
  const navigate = useNavigate();
  const [leavingTo, setLeavingTo] = useState<string>();
  useEffect(() => {
    if (!unsaved) {
      return undefined;
    }
    const unload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Older browsers ask for this.
      event.returnValue = true;
    };
    const click = (event: MouseEvent) => {
      const to = leadsTo(event);
      if (to !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        setLeavingTo(to);
      }
    };
    window.addEventListener('beforeunload', unload);
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [unsaved]);
  return {
    leavingTo,
    stay: () => setLeavingTo(undefined),
    leave: () => {
      setLeavingTo(undefined);
      if (leavingTo !== undefined) {
        navigate(leavingTo);
      }
    },
  };
}
