import { View } from '@tarojs/components';
import { useState } from 'react';
import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SearchField } from '@/components/SearchBox';
import { searchWords } from '@/text/areas/search';
import { Found } from '../../components/Found';
import { Suggestions } from '../../components/Suggestions';
import './index.scss';
import { rememberSearch } from '../../components/searches';

/** What one looks for: history and what neighbours buy, then what was found. */
export default function SearchPage() {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const search = (wanted: string) => {
    const word = wanted.trim();
    if (word === '') return;
    rememberSearch(word);
    setText(word);
    setAsked(word);
  };
  const type = (typed: string) => {
    setText(typed);
    if (typed.trim() === '') setAsked('');
  };
  return (
    <Page>
      <NavBar back>
        <SearchField value={text} hint={searchWords.hint} onChange={type} onSearch={search} />
      </NavBar>
      <PageBody>
        <View className="ll-mt-8">
          {asked === '' ? <Suggestions onPick={search} /> : <Found text={asked} key={asked} />}
        </View>
      </PageBody>
    </Page>
  );
}
