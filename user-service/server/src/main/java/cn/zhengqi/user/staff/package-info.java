/** Accounts as staff look after them: those of institutions, and those of enterprises. */
@NullMarked
package cn.zhengqi.user.staff;

import org.jspecify.annotations.NullMarked;
