/** Who saw which data of an enterprise, when, and what for. */
@NullMarked
package cn.zhengqi.code.reading;

import org.jspecify.annotations.NullMarked;
