/** Projects under which enterprises declare for a policy: window, quota, form, materials and steps. */
@NullMarked
package cn.zhengqi.policy.project;

import org.jspecify.annotations.NullMarked;
