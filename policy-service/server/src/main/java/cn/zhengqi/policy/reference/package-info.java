/** Loads the policies that come with the platform. */
@NullMarked
package cn.zhengqi.policy.reference;

import org.jspecify.annotations.NullMarked;
