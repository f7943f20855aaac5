/** Changing one's own phone. */
@NullMarked
package cn.zhengqi.auth.phone;

import org.jspecify.annotations.NullMarked;
