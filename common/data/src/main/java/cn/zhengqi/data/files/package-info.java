/** Bytes that people hand in: where they lie, and that none lie there for ever. */
@NullMarked
package cn.zhengqi.data.files;

import org.jspecify.annotations.NullMarked;
