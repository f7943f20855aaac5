/**
 * A simulator of WeChat's official-account API, for a machine of one's own and for tests: it answers in WeChat's words and with WeChat's numbers, and
 * checks what WeChat checks. It recognises nobody: whoever opens its page says who they are.
 */
@NullMarked
package cn.zhengqi.auth.wechat.simulator;

import org.jspecify.annotations.NullMarked;
