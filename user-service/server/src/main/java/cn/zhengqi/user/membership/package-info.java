/** Who belongs to which enterprise or institution, and what that lets them do. */
@NullMarked
package cn.zhengqi.user.membership;

import org.jspecify.annotations.NullMarked;
