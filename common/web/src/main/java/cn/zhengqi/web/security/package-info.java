/** Who is calling, and whether they may. */
@NullMarked
package cn.zhengqi.web.security;

import org.jspecify.annotations.NullMarked;
