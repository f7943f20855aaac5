/** What other systems may ask by their keys of the open interface. */
@NullMarked
package cn.zhengqi.code.openapi;

import org.jspecify.annotations.NullMarked;
