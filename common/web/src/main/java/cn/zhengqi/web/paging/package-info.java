/** How lists are asked for. */
@NullMarked
package cn.zhengqi.web.paging;

import org.jspecify.annotations.NullMarked;
