/** Who is signed in, and for whom they act. */
@NullMarked
package cn.zhengqi.auth.me;

import org.jspecify.annotations.NullMarked;
