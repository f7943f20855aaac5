/** Within how many working days departments answer declarations and redemption, and what supervisors see and do about it. */
@NullMarked
package cn.zhengqi.policy.promise;

import org.jspecify.annotations.NullMarked;
