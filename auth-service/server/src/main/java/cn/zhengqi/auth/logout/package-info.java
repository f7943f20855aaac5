/** Other applications are told of the end of a sign-in by which somebody is in them. */
@NullMarked
package cn.zhengqi.auth.logout;

import org.jspecify.annotations.NullMarked;
