/** For each meaning a colour for text (readable on paper, WCAG AA), one for areas, and one for grounds. */
export const palettes = {
  light: {
    paper: '#f5f6f8',
    surface: '#ffffff',
    sunken: '#f0f2f5',
    line: '#dfe3e9',
    'strong-line': '#c3cad4',
    ink: '#171c24',
    muted: '#586273',
    link: '#1d4fa8',
    pass: '#14703f',
    'pass-area': '#309c62',
    'pass-ground': '#e6f4ec',
    fail: '#b02018',
    'fail-area': '#d8443b',
    'fail-ground': '#fdebe9',
    error: '#86309f',
    'error-area': '#a759bd',
    'error-ground': '#f6eafa',
    unsure: '#7c5200',
    'unsure-area': '#b9820f',
    'unsure-ground': '#fcf2d9',
    pending: '#1f57a8',
    'pending-area': '#5a8fd6',
    'pending-ground': '#e8f0fb',
    skipped: '#5d6673',
    'skipped-area': '#858f9e',
    'skipped-ground': '#eceff3',
    mark: '#ffffff',
  },
  dark: {
    paper: '#0e1116',
    surface: '#161a21',
    sunken: '#1d222b',
    line: '#2a313c',
    'strong-line': '#414b59',
    ink: '#e6e9ee',
    muted: '#9ba6b5',
    link: '#8db7f5',
    pass: '#6bd39c',
    'pass-area': '#379a66',
    'pass-ground': '#142a1f',
    fail: '#ff948b',
    'fail-area': '#dd5147',
    'fail-ground': '#361a1a',
    error: '#dd9ff0',
    'error-area': '#a35bb9',
    'error-ground': '#2e1b36',
    unsure: '#ecc063',
    'unsure-area': '#b98624',
    'unsure-ground': '#2e2512',
    pending: '#93bdf7',
    'pending-area': '#4b80c9',
    'pending-ground': '#16253b',
    skipped: '#9ba6b5',
    'skipped-area': '#6a7587',
    'skipped-ground': '#222831',
    mark: '#0e1116',
  },
}

/** Which meaning a thing has is said by its class; everything else then speaks of `--tone`. */
const tones = [
  ['pass', 'pass'],
  ['go', 'pass'],
  ['fail', 'fail'],
  ['no-go', 'fail'],
  ['error', 'error'],
  ['inconclusive', 'unsure'],
  ['hold', 'unsure'],
  ['pending', 'pending'],
  ['skipped', 'skipped'],
  ['none', 'skipped'],
].map(
  ([name, tone]) =>
    `.${name} { --tone: var(--${tone}); --area: var(--${tone}-area); --ground: var(--${tone}-ground); }`,
)

const variables = (palette: Record<string, string>) =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')

export const colours = `
:root { color-scheme: light dark; ${variables(palettes.light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(palettes.dark)} } }
${tones.join('\n')}
`
