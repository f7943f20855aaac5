/** Reads the reference and demo files that travel in this jar. What one service alone reads of a line is parsed there. */
@NullMarked
package cn.zhengqi.files;

import org.jspecify.annotations.NullMarked;
