/** Files that people hand in. */
@NullMarked
package cn.zhengqi.code.file;

import org.jspecify.annotations.NullMarked;
