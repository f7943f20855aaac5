/** What others may know of the enterprise register, institutions and memberships. */
@NullMarked
package cn.zhengqi.user.api;

import org.jspecify.annotations.NullMarked;
