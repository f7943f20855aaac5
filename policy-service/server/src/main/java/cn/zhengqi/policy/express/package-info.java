/** 政策直通车: from a field of policy or a department straight to what can be declared or applied for now. */
@NullMarked
package cn.zhengqi.policy.express;

import org.jspecify.annotations.NullMarked;
