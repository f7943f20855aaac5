/** Applications for redemption: what enterprises ask for and departments recognise. */
@NullMarked
package cn.zhengqi.policy.redemption.application;

import org.jspecify.annotations.NullMarked;
