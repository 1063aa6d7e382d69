declare module 'virtual:messages/*' {
  const source: string;
  export default source;
}
declare module 'virtual:onsite-messages/*' {
  const source: string;
  export default source;
}
