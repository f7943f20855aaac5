/** Field rules of response types, applied when they are written. */
@NullMarked
package cn.zhengqi.web.field;

import org.jspecify.annotations.NullMarked;
