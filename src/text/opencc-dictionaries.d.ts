// opencc-js ships its dictionaries without types: each is `from to₁ to₂|from to|…`.
declare module 'opencc-js/dict/*' {
  const table: string
  export default table
}
