/** Reads the reference and demo files that travel in this jar. Plain Java; parsing of JSON is left to the reader. */
@NullMarked
package cn.zhengqi.files;

import org.jspecify.annotations.NullMarked;
