/** What other services may know of finance: its events and the words in them. */
@NullMarked
package cn.zhengqi.finance.api;

import org.jspecify.annotations.NullMarked;
