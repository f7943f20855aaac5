/** Keys of the open interface: applied for, reviewed, drawn, rotated, revoked; and what was asked with them. */
@NullMarked
package cn.zhengqi.auth.openapi;

import org.jspecify.annotations.NullMarked;
