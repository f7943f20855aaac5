/** What other services may ask of the library of tags. */
@NullMarked
package cn.zhengqi.matching.api.tag;

import org.jspecify.annotations.NullMarked;
