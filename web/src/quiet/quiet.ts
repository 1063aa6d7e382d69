// The script of the quiet pages: all that it does is to leave no traces. Whatever it imports is loaded by no other page.
import './quiet.css';
import { enhanceExit, leaveNothing, replaceOnly } from './leaving';

const exit = document.querySelector<HTMLAnchorElement>('#quick-exit');
if (exit !== null) enhanceExit(exit);
replaceOnly();
leaveNothing();
document.documentElement.dataset['ready'] = 'true';
