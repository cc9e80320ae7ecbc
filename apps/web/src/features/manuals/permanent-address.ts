/** Path of a manual's permanent address, which leads to a version whatever the manual is called by then. */
export function permanentPath(manualId: string, number: string): string {
  return `/id/${manualId}/${number}`;
}
