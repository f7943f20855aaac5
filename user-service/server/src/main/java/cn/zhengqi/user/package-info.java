/** Who is who: the enterprise register, institutions, members and their roles. */
@NullMarked
package cn.zhengqi.user;

import org.jspecify.annotations.NullMarked;
