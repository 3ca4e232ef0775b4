type PlainPage = { title: string; heading: string; content: string };

/** Nothing to load, for moments when nothing else is certain to answer. `content` is HTML of our own. */
export const plainPage = ({ title, heading, content }: PlainPage): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Fabriques de territoire</title>
<style>
:root { color-scheme: light dark; --paper: #fbf8f2; --ink: #1b2a41; --action: #1f4e8c; --on: #fff; }
@media (prefers-color-scheme: dark) { :root { --paper: #121a27; --ink: #f0eadd; --action: #93bef6; --on: #0d1826; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Verdana, system-ui, sans-serif; }
header { border-bottom: 2px solid; padding: 20px clamp(16px, 4.2vw, 56px); font-weight: 700; }
main { padding: 32px clamp(16px, 4.2vw, 56px); max-width: 66ch; }
h1 { font: 700 clamp(30px, 4vw, 44px)/1.1 "Trebuchet MS", system-ui, sans-serif; margin: 0 0 24px; }
a { color: var(--action); }
.go { display: inline-block; padding: 10px 20px; border-radius: 4px; background: var(--action); color: var(--on); font-weight: 700; text-decoration: none; }
button.go { border: 0; cursor: pointer; font: inherit; font-weight: 700; }
input, textarea { box-sizing: border-box; width: 100%; padding: 8px; font: inherit; }
li { padding-block: 4px; }
:focus-visible { outline: 3px solid var(--action); outline-offset: 3px; }
</style>
</head>
<body>
<header>Fabriques de territoire\u00A0: l’annuaire et la carte</header>
<main>
<h1>${heading}</h1>
${content}
</main>
</body>
</html>
`;
