export function DeclaredPage() {
  return null;
}
