/** Rules of our own. Safari knows look-behinds since 16.4: before, a module with one at its top is not evaluated at all. */
const LOOK_BEHIND = /\(\?<[=!]/;

const noLookBehind = {
  create(context) {
    const check = (node, text) => {
      if (LOOK_BEHIND.test(text))
        context.report({ node, message: 'No look-behind: capture what stands before, and write it again.' });
    };
    return {
      Literal: (node) =>
        check(node, node.regex?.pattern ?? (typeof node.value === 'string' ? node.value : '')),
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};

export default { meta: { name: 'zhengqi' }, rules: { 'no-look-behind': noLookBehind } };
