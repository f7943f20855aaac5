/** Permissions as the services declare them, and the roles of institutions made of them. */
@NullMarked
package cn.zhengqi.user.role;

import org.jspecify.annotations.NullMarked;
