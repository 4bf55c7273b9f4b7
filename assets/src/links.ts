/**
 * Hands over each link that the user presses: by the mouse's left or middle button with any key, by Enter, by touch.
 * The window itself goes nowhere; scripts press nothing. Links to a part of this page are left alone.
 */
export function onLink(open: (url: string) => void): void {
  const listener = (event: MouseEvent): void => {
    const link = event.composedPath().find(isLink);
    if (!link || event.button > 1) return;
    const url = addressOf(link);
    if (isPartOfPage(url)) return;
    const before = event.defaultPrevented;
    event.preventDefault();
    if (event.isTrusted && !before) open(url);
  };
  window.addEventListener("click", listener);
  window.addEventListener("auxclick", listener);
}

type Link = HTMLAnchorElement | HTMLAreaElement | SVGAElement;

function isLink(target: EventTarget): target is Link {
  if (target instanceof SVGAElement) return target.href.baseVal !== "";
  return (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement) && target.hasAttribute("href");
}

function addressOf(link: Link): string {
  if (!(link instanceof SVGAElement)) return link.href;
  const probe = document.createElement("a");
  probe.href = link.href.baseVal;
  return probe.href;
}

function isPartOfPage(url: string): boolean {
  const [page, part] = url.split("#", 2);
  return part !== undefined && page === location.href.split("#", 1)[0];
}
