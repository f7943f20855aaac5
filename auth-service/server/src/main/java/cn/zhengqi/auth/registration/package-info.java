/** How people open their own accounts. */
@NullMarked
package cn.zhengqi.auth.registration;

import org.jspecify.annotations.NullMarked;
