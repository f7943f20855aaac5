/** Lists as Excel files. */
@NullMarked
package cn.zhengqi.web.sheet;

import org.jspecify.annotations.NullMarked;
