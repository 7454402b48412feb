/** The parts of package.json that are held to rules. */
export interface PackageJson {
  readonly exports: { readonly [entry: string]: unknown };
  readonly typesVersions: { readonly [range: string]: { readonly [entry: string]: readonly string[] } };
  readonly scripts: { readonly [name: string]: string };
}

const installScripts = ["preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare"];

/** Every folder without its entry, every entry without its folder, and every install script; none when all is well. */
export function packageFaults(pkg: PackageJson, folders: readonly string[]): string[] {
  const wantedExports = {
    ".": entryFiles("index"),
    ...Object.fromEntries(folders.map((folder) => [`./${folder}`, entryFiles(folder)])),
    "./package.json": "./package.json",
  };
  const wantedTypes = Object.fromEntries(folders.map((folder) => [folder, [`./dist/${folder}.d.cts`]]));
  return [
    ...differingKeys(pkg.exports, wantedExports).map((key) => `package.json exports: ${key} is not as src has it`),
    ...differingKeys(pkg.typesVersions["*"] ?? {}, wantedTypes).map(
      (key) => `package.json typesVersions: ${key} is not as src has it`,
    ),
    ...installScripts.filter((name) => Object.hasOwn(pkg.scripts, name)).map((name) => `package.json runs ${name}`),
  ];
}

/** Whether a lock file names the address of a registry, which not everybody can reach. */
export function lockFaults(lock: string): string[] {
  return lock
    .split("\n")
    .flatMap((line, index) => (/"resolved"\s*:/.test(line) ? [`package-lock.json:${index + 1} names an address`] : []));
}

function entryFiles(name: string): unknown {
  return {
    import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  };
}

function differingKeys(have: { readonly [key: string]: unknown }, want: { readonly [key: string]: unknown }): string[] {
  // The order of conditions decides which one is taken, so it is compared too.
  return [...new Set([...Object.keys(have), ...Object.keys(want)])].filter(
    (key) => JSON.stringify(have[key]) !== JSON.stringify(want[key]),
  );
}
