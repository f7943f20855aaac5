/** Declarations: what enterprises fill in and departments decide. */
@NullMarked
package cn.zhengqi.policy.declaration;

import org.jspecify.annotations.NullMarked;
