/** Codes that were issued: showing them, and managing them. */
@NullMarked
package cn.zhengqi.code.issued;

import org.jspecify.annotations.NullMarked;
